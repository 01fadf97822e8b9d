"""Addresses that do not exist, in the manner of those that do, and what people would type to find them."""
