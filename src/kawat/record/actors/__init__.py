"""One actor per real person, body, state, group or place of a record, with all names seen."""
