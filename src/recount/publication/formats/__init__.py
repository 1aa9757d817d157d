"""The same tables in the formats of others: spreadsheets, data frames, databases, humanitarian data, investigations."""
