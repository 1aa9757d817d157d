"""The same model on Spark gives the same results, here on this machine alone."""

import shutil
from dataclasses import replace
from importlib.util import find_spec

import pytest

from recount.errors import PlugInMissing
from recount.linkage import LinkageSettings, link, resolve
from recount.linkage.engine import engine
from tests.linkage.people import a_city, a_record

SPARK = LinkageSettings(engine="spark")
INSTALLED = find_spec("pyspark") is not None and shutil.which("java") is not None


@pytest.mark.slow
@pytest.mark.skipif(
    not INSTALLED, reason="SPARK IS NOT TESTED: needs `pip install recount-casualties[spark]` and Java 17"
)
def test_spark_finds_what_one_machine_finds():
    city, _ = a_city(60)
    facts = {"age": 40, "day": "2020-03-17"}
    records = [
        *city,
        a_record("x", "سالم ناظم كمال الدباغ", "morgue", official_id="7", **facts),
        a_record("y", "Salem Nazim Kamal al-Dabbagh", "names", official_id="7.0", **facts),
        a_record("z", "", "names"),
    ]
    one_machine, cluster = link(records), link(records, SPARK)
    assert cluster.engine == "spark"
    assert replace(cluster, engine="splink") == one_machine
    assert resolve(records, cluster) == resolve(records, one_machine)


@pytest.mark.skipif(find_spec("pyspark") is not None, reason="pyspark is installed")
def test_without_pyspark_it_says_what_to_install():
    with pytest.raises(PlugInMissing, match=r"install recount-casualties\[spark\] and Java 17"):
        link([a_record("a", "سالم")], SPARK)
    assert engine("spark") is not None
