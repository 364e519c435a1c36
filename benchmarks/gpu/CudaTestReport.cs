using Xunit.Abstractions;

namespace Torchlight.Gpu;

/// <summary>What became of the tests: a line for each that failed, one for each reason to skip, and the totals.</summary>
internal sealed class CudaTestReport : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> reasons = [];
    private readonly ManualResetEventSlim ended = new();
    private int passed;
    private int failed;

    /// <summary>Whether something ran or was skipped, and nothing failed.</summary>
    public bool Good => failed == 0 && passed + reasons.Values.Sum() > 0;

    public void Take(IMessageSinkMessage message)
    {
        lock (gate)
        {
            switch (message)
            {
                case ITestPassed:
                    passed++;
                    break;
                case ITestSkipped skipped:
                    reasons[skipped.Reason] = reasons.GetValueOrDefault(skipped.Reason) + 1;
                    break;
                case ITestFailed test:
                    Fail(test.Test.DisplayName, test);
                    break;
                case IErrorMessage error:
                    Fail("outside of the tests", error);
                    break;
                case ITestCleanupFailure cleanup:
                    Fail($"cleaning up {cleanup.Test.DisplayName}", cleanup);
                    break;
                case ITestAssemblyFinished:
                    ended.Set();
                    break;
            }
        }
    }

    public void WaitForEnd() => ended.Wait();

    public override string ToString()
    {
        lock (gate)
        {
            var skipped = reasons.Select(reason => $"skipped {reason.Value}: {reason.Key}\n");
            return $"{string.Concat(skipped)}{passed} passed, {failed} failed, {reasons.Values.Sum()} skipped";
        }
    }

    public void Dispose() => ended.Dispose();

    private void Fail(string what, IFailureInformation failure)
    {
        failed++;
        Console.WriteLine($"FAILED {what}");
        foreach (var (type, message, stack) in failure.ExceptionTypes.Zip(failure.Messages, failure.StackTraces))
        {
            Console.WriteLine($"  {type}: {message}\n{stack}");
        }
    }
}
