"""Checks that a plug-in of yours can be held to, in your own tests.

from recount.testing import check_method

def test_my_method_keeps_the_promises_of_a_method():
    check_method(my_method)
"""

from recount.testing.methods import check_method

__all__ = ["check_method"]
