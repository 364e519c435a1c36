using System.Globalization;
using System.Text;
using TorchSharp;

namespace Fuzzing;

/// <summary>
/// The process that calls: it says each call before it makes it and what came of it afterwards, so that whoever listens knows the call that ended it.
/// </summary>
internal static class Worker
{
    /// <summary>Starts a line that announces a call: subject, number of the call.</summary>
    public const char Calling = '>';

    /// <summary>Starts a line that says how the call ended.</summary>
    public const char Ended = '<';

    /// <summary>The word for a call that gave a result.</summary>
    public const string Returned = "returned";

    /// <summary>The word for a call whose exception tells its caller nothing; the exception follows.</summary>
    public const string Untyped = "untyped";

    /// <summary>Calls each subject so many times, beginning at a place in the sequence.</summary>
    public static int Run(IFuzzed subjects, int first, int number)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        torch.set_num_threads(1);
        for (var index = first; index < subjects.Count; index++)
        {
            for (; number < subjects.Each; number++)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Calling}{index} {number}"));
                output.WriteLine($"{Ended}{Outcome(subjects, index, number)}");
            }

            number = 0;
        }

        return 0;
    }

    /// <summary>The seed of a call: the same whatever was called before.</summary>
    public static int Seed(int seed, string name, int number) =>
        name.Aggregate((seed * 31) + number, (hash, letter) => unchecked((hash * 31) + letter)) & int.MaxValue;

    private static string Outcome(IFuzzed subjects, int index, int number)
    {
        using var scope = torch.NewDisposeScope();
        try
        {
            subjects.Call(index, number);
            return Returned;
        }
        catch (Exception problem) when (subjects.Tells(problem))
        {
            return problem.GetType().Name;
        }
        catch (Exception problem)
        {
            return $"{Untyped} {problem.GetType().Name}: {problem.Message.ReplaceLineEndings(" ")}";
        }
    }
}
