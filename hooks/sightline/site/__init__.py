"""From pages and exports to files: whatever a site has besides what its engine makes.

Nothing here knows MkDocs. An engine renders an empty page of each shape (a shell); the pages of records are
filled into it as text, so that ten thousand pages cost little more than joining strings.
"""
