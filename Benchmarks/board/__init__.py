"""The live board: who watches it, and the peer that pushes the same counts."""
