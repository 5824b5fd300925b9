"""Start Spark as this program wants it: quiet, without its web page, with our Python."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import SpaceKGError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_QUIET: Final = Path(__file__).with_name("log4j2.properties")
# Some thousand releases a partition, so that one that is lost is soon made again.
_PARTITION: Final = 8 << 20


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """Run Spark on `master` as long as the block lasts.

    Errors: UsageError where pyspark or Java is missing or the master is none, SpaceKGError where
    Spark gives up.
    """
    _check_java()
    # It warns of libraries that we do not use with it.
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("Spark is not installed", "pip install 'spacekg[spark]'") from error
    from py4j.protocol import Py4JError

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("spacekg").master(master)
    for name, value in _settings(master).items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except (PySparkException, Py4JError) as error:
        raise UsageError(
            f"no Spark at {master}: {_reason(error)}", "Check --master, as spark://host:7077."
        ) from error
    try:
        yield spark
    except (PySparkException, Py4JError) as error:
        raise SpaceKGError(
            f"Spark gave up: {_reason(error)}",
            "Look at the logs of its workers; nothing was written.",
        ) from error
    finally:
        spark.stop()


def _settings(master: str) -> dict[str, str]:
    # Where all is on this machine, no other needs to reach it.
    host = {f"spark.driver.{name}": "127.0.0.1" for name in ("host", "bindAddress")}
    return (host if master.startswith("local") else {}) | {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": str(sys.stderr.isatty()).lower(),
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_QUIET.as_uri()}",
        "spark.sql.files.maxPartitionBytes": str(_PARTITION),
        "spark.sql.session.timeZone": "UTC",
    }


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (home and Path(home, "bin", "java").is_file()) and shutil.which("java") is None:
        raise UsageError(
            "Spark needs Java, which is not installed",
            "Install Java 17 (Debian: apt install openjdk-17-jre-headless), or build with --jobs.",
        )


def _reason(error: Exception) -> str:
    """Return the line of a long Java error that says what happened."""
    text = str(error).strip()
    ours = [line for line in text.splitlines() if line.startswith("kg.errors.")]
    return ours[-1].partition(": ")[2] if ours else text.partition("\n")[0]
