"""What changes record files for an editor: new records, new ids, safe repairs; and what shows them."""
