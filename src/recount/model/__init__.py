"""The nouns: frozen values that every room speaks of. Standard library only.

`ids` content-made ids · `interval` counts with open ends · `codes` closed lists · `values` dates, ages, places and
parties · `scope` what a number is about · `evidence` as received · `assertions` what documents say · `decisions` what
people decided · `ledger` how a figure came about · `people`, `origins`, `incidents`, `estimates`, `discrepancies` and
`versions` what each room works out · `findings` all of it together.
"""
