# Runs a chain of Pass states in moto's Step Functions, so often: argv is the length and the times. Says the
# milliseconds each took as JSON. Exits with 3 where moto is not installed.
import json
import os
import sys
import time

try:
    import boto3
    from moto import mock_aws
    import moto.stepfunctions.parser.models  # its interpreter: an extra of the package
except ImportError as absent:
    print(absent)
    sys.exit(3)

length, times = int(sys.argv[1]), int(sys.argv[2])
os.environ.update(AWS_ACCESS_KEY_ID="none", AWS_SECRET_ACCESS_KEY="none")


def state(number):
    return {"Type": "Pass", "End": True} if number == length else {"Type": "Pass", "Next": f"State {number + 1}"}


# Everything anew for each run: moto cannot start another execution beside one that its parser has run.
@mock_aws(config={"stepfunctions": {"execute_state_machine": True}})
def run():
    client = boto3.client("stepfunctions", region_name="eu-west-2")
    states = {f"State {number}": state(number) for number in range(1, length + 1)}
    machine = client.create_state_machine(
        name="chain",
        definition=json.dumps({"StartAt": "State 1", "States": states}),
        roleArn="arn:aws:iam::123456789012:role/chain",
    )["stateMachineArn"]
    begun = time.monotonic()
    execution = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    while (status := client.describe_execution(executionArn=execution)["status"]) == "RUNNING":
        time.sleep(0.005)
    assert status == "SUCCEEDED", status
    return (time.monotonic() - begun) * 1000


print(json.dumps([run() for _ in range(times)]))
