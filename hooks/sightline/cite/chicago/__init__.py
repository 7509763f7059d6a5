"""The Chicago Manual of Style, 18th edition: notes and bibliography."""
