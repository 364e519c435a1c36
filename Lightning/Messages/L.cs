using System.Globalization;

namespace Lightning;

/// <summary>What Python has as functions of the package (<c>import lightning as L</c>): seeds and messages of the first rank.</summary>
public static class L
{
    private const string SeedVariable = "PL_GLOBAL_SEED";

    /// <summary>Where messages go; null writes them to the standard error stream.</summary>
    public static Action<Severity, string>? MessageSink { get; set; }

    /// <summary>The rank of this process, from the environment variables that launchers set; 0 when there is one process.</summary>
    public static int rank { get; internal set; } = ReadRank();

    /// <summary>Seeds every random generator of torch, on every device.</summary>
    /// <param name="seed">The seed; null takes the environment variable PL_GLOBAL_SEED, or else 0.</param>
    /// <param name="workers">Kept for the loaders' workers as PL_SEED_WORKERS.</param>
    /// <param name="verbose">Says which seed was set.</param>
    /// <returns>The seed.</returns>
    /// <exception cref="MisconfigurationException">PL_GLOBAL_SEED is not a number, or the seed is negative.</exception>
    public static int seed_everything(int? seed = null, bool workers = false, bool verbose = true)
    {
        var chosen = seed ?? SeedFromEnvironment();
        if (chosen < 0)
        {
            throw new MisconfigurationException($"seed_everything({chosen}): a seed lies between 0 and {int.MaxValue}.");
        }

        torch.manual_seed(chosen);
        Environment.SetEnvironmentVariable(SeedVariable, chosen.ToString(CultureInfo.InvariantCulture));
        Environment.SetEnvironmentVariable("PL_SEED_WORKERS", workers ? "1" : "0");
        if (verbose)
        {
            rank_zero_info($"Seed set to {chosen}");
        }

        return chosen;
    }

    /// <summary>Tells the user something, on the first rank.</summary>
    public static void rank_zero_info(string message) => Say(Severity.Info, message);

    /// <summary>Warns the user, on the first rank.</summary>
    public static void rank_zero_warn(string message) => Say(Severity.Warning, message);

    /// <summary>Tells the user something that concerns this process, whichever it is.</summary>
    internal static void every_rank_info(string message) => Write(Severity.Info, message);

    private static void Say(Severity severity, string message)
    {
        if (rank == 0)
        {
            Write(severity, message);
        }
    }

    private static void Write(Severity severity, string message)
    {
        if (MessageSink is { } sink)
        {
            sink(severity, message);
        }
        else
        {
            Console.Error.WriteLine(severity == Severity.Warning ? $"warning: {message}" : message);
        }
    }

    private static int SeedFromEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(SeedVariable);
        if (string.IsNullOrEmpty(text))
        {
            return 0;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new MisconfigurationException($"The environment variable {SeedVariable} is \"{text}\", not a seed between 0 and {int.MaxValue}.");
    }

    private static int ReadRank()
    {
        foreach (var variable in (ReadOnlySpan<string>)["RANK", "LOCAL_RANK", "SLURM_PROCID"])
        {
            if (int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var rank))
            {
                return rank;
            }
        }

        return 0;
    }
}
