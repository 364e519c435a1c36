using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;

namespace Fuzzing.Operators;

/// <summary>
/// The process that calls: it says each call before it makes it and what came of it afterwards, so that whoever listens knows the call that ended it.
/// </summary>
internal static class Worker
{
    /// <summary>Starts a line that announces a call: operator, number of the call.</summary>
    public const char Calling = '>';

    /// <summary>Starts a line that says how the call ended.</summary>
    public const char Ended = '<';

    /// <summary>The word for a call that gave a result.</summary>
    public const string Returned = "returned";

    /// <summary>The word for a call whose exception tells its caller nothing; the exception follows.</summary>
    public const string Untyped = "untyped";

    /// <summary>Calls each operator so many times, beginning at a place in the sequence.</summary>
    public static int Run(Settings settings, int first, int number)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        torch.set_num_threads(1);
        foreach (var (index, called) in settings.Operators().Index().Skip(first))
        {
            for (; number < settings.CallsEach; number++)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Calling}{index} {number}"));
                output.WriteLine($"{Ended}{Outcome(called, Seed(settings.Seed, called.Name, number))}");
            }

            number = 0;
        }

        return 0;
    }

    /// <summary>The seed of a call: the same whatever was called before.</summary>
    public static int Seed(int seed, string name, int number) =>
        name.Aggregate((seed * 31) + number, (hash, letter) => unchecked((hash * 31) + letter)) & int.MaxValue;

    private static string Outcome(Operator called, int seed)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(seed);
        var arguments = new Arguments(seed).For(called.Parameters);
        try
        {
            called.Call(arguments);
            return Returned;
        }
        catch (Exception problem) when (IsTyped(problem))
        {
            return problem.GetType().Name;
        }
        catch (Exception problem)
        {
            return $"{Untyped} {problem.GetType().Name}: {problem.Message.ReplaceLineEndings(" ")}";
        }
        finally
        {
            foreach (var generator in arguments.OfType<torch.Generator>())
            {
                generator.Dispose();
            }
        }
    }

    private static bool IsTyped(Exception problem) => problem is ExternalException or ArgumentException or NotSupportedException
        or OutOfMemoryException or OverflowException or IndexOutOfRangeException;
}
