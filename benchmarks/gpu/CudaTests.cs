using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Torchlight.Gpu;

/// <summary>Runs the tests marked Cuda in this process, with what xunit itself runs tests with: no SDK and no test host is needed.</summary>
internal static class CudaTests
{
    /// <returns>The exit code: 0 where no test failed.</returns>
    public static int Run()
    {
        var assembly = Assembly.Load("Bindings.Tests");
        using var framework = new XunitTestFramework(new Sink(_ => { }));
        using var found = new ManualResetEventSlim();
        var marked = new List<ITestCase>();
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(includeSourceInformation: false, new Sink(message => Note(message, marked, found)), new Options());
        found.Wait();

        using var report = new CudaTestReport();
        using var executor = framework.GetExecutor(assembly.GetName());
        executor.RunTests(marked, new Sink(report.Take), new Options());
        report.WaitForEnd();
        Console.WriteLine(report);
        return report.Good ? 0 : 1;
    }

    private static void Note(IMessageSinkMessage message, List<ITestCase> marked, ManualResetEventSlim found)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage { TestCase: var test } when test.Traits.TryGetValue("Category", out var categories) && categories.Contains("Cuda"):
                marked.Add(test);
                break;
            case IDiscoveryCompleteMessage:
                found.Set();
                break;
        }
    }

    private sealed class Sink(Action<IMessageSinkMessage> take) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            take(message);
            return true;
        }
    }

    // xunit asks for its settings by name; those that are not set keep their defaults.
    private sealed class Options : LongLivedMarshalByRefObject, ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> values = new() { ["xunit.execution.SynchronousMessageReporting"] = true };

        public TValue GetValue<TValue>(string name) => values.TryGetValue(name, out var value) && value is TValue typed ? typed : default!;

        public void SetValue<TValue>(string name, TValue value) => values[name] = value;
    }
}
