"""Where the places of an article are: towns of GeoNames, areas and seas of our own table."""
