using System.Text;

namespace Torchlight.Tests.Processes;

/// <summary>The entry point of a test assembly that is started as one rank of a distributed test: <c>dotnet X.Tests.dll SCENARIO [ARGUMENT...]</c>.</summary>
internal static class RankProgram
{
    private static readonly Stream Output = Console.OpenStandardOutput();

    private static int Main(string[] arguments)
    {
        EndWithParent();
        RankScenarios.All[arguments[0]](arguments[1..]);
        return 0;
    }

    /// <summary>Prints a line that the test reads by its name.</summary>
    /// <remarks>In one piece: processes that share an output would break into each other's long lines.</remarks>
    public static void Report(string name, object value) => Output.Write(Encoding.UTF8.GetBytes($"{name}: {value}\n"));

    // The test holds the other end of standard input; that it closes means that the test's process is gone.
    private static void EndWithParent()
    {
        var watch = new Thread(() =>
        {
            while (Console.In.ReadLine() is not null)
            {
            }

            Environment.Exit(99);
        })
        { IsBackground = true };
        watch.Start();
    }
}
