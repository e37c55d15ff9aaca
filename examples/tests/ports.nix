# A suite of plain values, with tests of errors.
let
  port =
    number:
    if builtins.isInt number && number > 0 && number < 65536 then
      number
    else
      throw "${builtins.toJSON number} is not a port";
in
{
  testPort = {
    expr = map port [
      22
      443
    ];
    expected = [
      22
      443
    ];
  };

  # `msg` is a regular expression that must be found in the message.
  testPortOutOfRange = {
    expr = port 70000;
    expectedError = {
      type = "ThrownError";
      msg = "^\\d+ is not";
    };
  };

  testPortMustBeANumber = {
    expr = port "ssh" + 1;
    expectedError.msg = "\"ssh\" is not a port";
  };

  testNoSuchService = {
    expr = { ssh = port 22; }.http;
    expectedError.type = "EvalError";
  };
}
