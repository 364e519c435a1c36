using System.CommandLine;
using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>The command line of who measures.</summary>
internal static class BenchmarkCommand
{
    /// <summary>Measures what the arguments ask for.</summary>
    /// <returns>What the process exits with.</returns>
    public static int Run(string[] args)
    {
        var write = new Option<bool>("--write") { Description = "write the table to benchmarks/results.md and the README" };
        var only = new Option<string?>("--only") { Description = "run the cases whose name contains this" };
        var rounds = new Option<int>("--rounds") { Description = "turns that every side takes; medians count", DefaultValueFactory = _ => 9 };
        var root = new RootCommand("Measures Torchlight beside PyTorch in the same run.") { write, only, rounds };
        root.SetAction(parsed =>
        {
            using var programs = new Programs();
            var measure = new Measurement(programs, Math.Max(parsed.GetValue(rounds), 1));
            var part = parsed.GetValue(only) ?? "";
            var chosen = Budgets.All.Where(budget => budget.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (chosen.Length == 0)
            {
                Console.Error.WriteLine($"error: no case is called '{part}'. There are: {string.Join(", ", Budgets.All.Select(budget => budget.Name))}.");
                return 2;
            }

            if (parsed.GetValue(write) && part.Length > 0)
            {
                Console.Error.WriteLine("error: --write keeps the figures of one whole run: leave --only out.");
                return 2;
            }

            var rows = new List<(Budget Budget, Row Row)>();
            foreach (var budget in chosen)
            {
                Console.WriteLine($"measuring {budget.Name}");
                rows.AddRange(budget.Rows(measure).Select(row => (budget, row)));
            }

            Table.Print(rows.Select(entry => entry.Row));
            if (parsed.GetValue(write))
            {
                Table.Write(rows.Select(entry => entry.Row), Path.Combine("benchmarks", "results.md"));
                Table.Replace(rows.Where(entry => entry.Budget.InReadme).Select(entry => entry.Row), "README.md");
            }

            return 0;
        });

        var parse = root.Parse(args);
        if (parse.Errors.Count == 0)
        {
            return parse.Invoke();
        }

        Console.Error.WriteLine($"error: {parse.Errors[0].Message} (--help lists the options)");
        return 2;
    }
}
