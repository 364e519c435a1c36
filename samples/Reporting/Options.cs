using System.CommandLine;
using TorchSharp;

namespace Reporting;

/// <summary>Options that the programs share, and how arguments become a run.</summary>
public static class Options
{
    /// <summary>A whole number with a least value.</summary>
    public static Option<int> Number(string name, string description, int fallback, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value < least)
            {
                result.AddError($"{name} is {value}; the least is {least}.");
            }
        });
        return option;
    }

    /// <summary>A positive number with a highest value, such as a learning rate.</summary>
    public static Option<double> Positive(string name, string description, double fallback, double most)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, out var value) && !(value > 0 && value <= most))
            {
                result.AddError($"{name} is {value}; it must be above 0 and at most {most}.");
            }
        });
        return option;
    }

    /// <summary>A word out of a few.</summary>
    public static Option<string> Choice(string name, string fallback, params IReadOnlyCollection<string> words)
    {
        var option = new Option<string>(name) { Description = string.Join(", ", words), DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !words.Contains(result.Tokens[0].Value))
            {
                result.AddError($"{name} is '{result.Tokens[0].Value}'; there are {string.Join(", ", words)}.");
            }
        });
        return option;
    }

    /// <summary>The folder that gets a folder for each run.</summary>
    public static Option<string> Output(string fallback) =>
        new("--output") { Description = "where each run leaves its folder", DefaultValueFactory = _ => fallback };

    /// <summary>The threads that one operation may use; 0 takes all processors.</summary>
    public static Option<int> Threads() => Number("--threads", "threads that compute (default: all processors)", 0, 0);

    /// <summary>Applies <see cref="Threads"/>. libtorch by itself may take half of a virtual machine's processors for hyper-threads.</summary>
    public static void UseThreads(int threads)
    {
        // Whoever started the program may have divided the processors already, as torchrun does.
        if (threads > 0 || Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is not { Length: > 0 })
        {
            torch.set_num_threads(threads > 0 ? threads : Environment.ProcessorCount);
        }
    }

    /// <summary>Parses and runs; answers the exit code: the program's, or 2 with one line where the arguments are wrong.</summary>
    public static int Run(RootCommand root, string[] arguments)
    {
        var parse = root.Parse(arguments);
        if (parse.Errors.Count == 0)
        {
            return parse.Invoke();
        }

        Console.Error.WriteLine($"error: {parse.Errors[0].Message} (--help lists the options)");
        return 2;
    }

    /// <summary>Runs a program; what its user can put right is said in one line, with exit code 1.</summary>
    public static int Guarded(Action program)
    {
        try
        {
            program();
            return 0;
        }
        catch (Exception problem) when (Problem.Explain(problem) is { } message)
        {
            Console.Error.WriteLine($"error: {message}");
            return 1;
        }
    }
}
