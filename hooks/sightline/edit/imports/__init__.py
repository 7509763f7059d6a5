"""Reference data from elsewhere as source records: recognised, compared, and written only where an editor says so."""
