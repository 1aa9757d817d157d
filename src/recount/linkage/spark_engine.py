"""The same model through Splink on Spark: comparisons and estimation on a cluster, the same results as on one machine.

Keys and names are gone through where Recount runs; what the pairs say otherwise is asked of the cluster. The session
is the one at work, or that of the settings Spark is given (`SPARK_REMOTE`, `spark-defaults.conf`), else a local one.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from recount.errors import PlugInMissing
from recount.linkage.splink_engine import SplinkEngine
from recount.linkage.splink_model import LEVELS


class SparkEngine(SplinkEngine):
    """Splink on Spark at work on the records of one case."""

    name = "spark"

    def _open(self) -> None:
        try:
            from pyspark.sql import SparkSession
            from splink.backends.spark import SparkAPI, similarity_jar_location
        except ImportError as error:
            raise PlugInMissing(
                'linkage.engine is "spark", which needs pyspark; install recount-casualties[spark] and Java 17 or later'
            ) from error
        session = (
            SparkSession.builder.appName("recount")
            .config("spark.jars", similarity_jar_location())
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.sql.execution.arrow.pyspark.enabled", "true")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        self._session = session
        self._database = SparkAPI(spark_session=session, break_lineage_method="persist")  # type: ignore[no-untyped-call]

    def _keep(self, name: str, table: Any) -> None:
        self._session.createDataFrame(table).createOrReplaceTempView(name)

    def _table(self, name: str) -> Any:
        return self._session.table(name)

    def _met(self, pairs: Any) -> dict[str, NDArray[np.int16]]:
        self._session.createDataFrame(pairs).createOrReplaceTempView("pairs")
        found = self._session.sql(_in_spark(LEVELS)).toArrow()
        return {name: found[name].to_numpy() for name in found.column_names}

    def _in_dialect(self, comparison: dict[str, Any]) -> dict[str, Any]:
        levels = [
            level if level["sql_condition"] == "ELSE" else level | {"sql_condition": _in_spark(level["sql_condition"])}
            for level in comparison["comparison_levels"]
        ]
        return comparison | {"comparison_levels": levels}


def _in_spark(sql: str) -> str:
    """SQL of DuckDB in the words of Spark, and of the functions that Splink brings to it."""
    import sqlglot

    return sqlglot.transpile(sql, read="duckdb", write="spark")[0].replace("JAROWINKLER_SIMILARITY", "JARO_WINKLER")
