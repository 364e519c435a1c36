using System.Globalization;
using Torchlight.Tests.Processes;

namespace Lightning.Tests.Checkpoints;

/// <summary>A training whose process is killed, again and again, ends with the very weights of one that is not.</summary>
public sealed class KillTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>How many kills to make; <c>TORCHLIGHT_KILLS=20</c> for more than the few of the normal run.</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("TORCHLIGHT_KILLS") ?? "3", CultureInfo.InvariantCulture);

    private static readonly string[] Results = ["weights", "average", "metrics", "steps"];
    private static readonly Dictionary<string, string?> Alone = new() { ["OMP_NUM_THREADS"] = "1" };

    [Fact]
    public void A_killed_run_goes_on_to_the_weights_of_the_unbroken_one()
    {
        using var folder = new TemporaryFolder();
        using var ranks = new RankProcesses();
        var whole = Finish(ranks, folder.File("whole"));

        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var (kills, run) = (0, 0); kills < Kills; run++)
        {
            // Each run is killed up to three times on its way, at batches of chance.
            var place = folder.File($"run{run}");
            for (int turn = 0, next = 0; turn < 3 && kills < Kills && next < KilledFit.Batches - 1; turn++)
            {
                if (Kill(ranks, place, random.Next(next, KilledFit.Batches - 1)) is not { } last)
                {
                    break;
                }

                kills++;
                next = last + 1;
                Assert.All(Files(place), file => Assert.True(CheckpointFile.Read(file).CanResume));
            }

            Assert.Equal(whole, Finish(ranks, place));
        }
    }

    /// <summary>Kills a run when it has come to a batch; the last batch that it trained, or null when it was at its end first.</summary>
    private int? Kill(RankProcesses ranks, string folder, int batch)
    {
        var process = ranks.Add(Alone, "killed", folder);
        process.WaitForLine($"batch {batch.ToString(CultureInfo.InvariantCulture)}:", RankProcesses.Limit);
        process.Kill();
        process.WaitForEnd(RankProcesses.Limit);
        int[] trained =
        [
            .. process.Lines.Where(line => line.StartsWith("batch ", StringComparison.Ordinal))
                .Select(line => int.Parse(line[6..line.IndexOf(':', StringComparison.Ordinal)], CultureInfo.InvariantCulture)),
        ];
        output.WriteLine($"trained batches {trained[0]} to {trained[^1]}, then {(process.ExitCode == 0 ? "came to the end" : "was killed")}");
        return process.ExitCode == 0 ? null : trained[^1];
    }

    // A run that was killed before its first batch was over has left none.
    private static string[] Files(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ckpt") : [];

    private static string Finish(RankProcesses ranks, string folder)
    {
        var process = ranks.Add(Alone, "killed", folder);
        process.WaitForEnd(RankProcesses.Limit);
        Assert.True(process.ExitCode == 0, process.Text);
        return string.Join('\n', Results.Select(process.Reported));
    }
}
