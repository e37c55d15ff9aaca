# A suite that needs `lib`: a function of a set gets it unless `--arg lib EXPR` gives another.
{ lib }:
{
  parsing = {
    testMajor = {
      expr = lib.versions.major "25.11.2";
      expected = "25";
    };

    testComponentsInOrder = {
      expr = lib.splitVersion "1.2rc3";
      expected = [
        "1"
        "2"
        "rc"
        "3"
      ];
    };
  };

  # Any name that begins with `test` is a test; other names are groups.
  test-newer-sorts-last = {
    expr = lib.sort lib.versionOlder [
      "2.10"
      "2.9"
      "2.9pre1"
    ];
    expected = [
      "2.9pre1"
      "2.9"
      "2.10"
    ];
  };
}
