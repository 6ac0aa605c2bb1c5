"""Agreements and expectations: what stage a telling tells, and when what is expected is due."""
