"""The figures of `make bench`: peer and program in turn, answers compared before any time is quoted."""
