"""The same page and the same form as a Django project would make them, on PostgreSQL: what the program is measured against."""
