"""Reference data from elsewhere as source records: recognized, compared, and written only where an editor says so."""
