using static Torchlight.Tests.Processes.RankProgram;

namespace Lightning.Tests;

/// <summary>A program whose second process does not come to the Trainer until the first one has said that it waits.</summary>
internal static class LateRank
{
    internal static void Run(string folder)
    {
        var said = Path.Combine(folder, "said");
        SubprocessLauncher.Patience = TimeSpan.FromMilliseconds(1);
        L.MessageSink = (severity, text) =>
        {
            if (severity == Severity.Warning)
            {
                Report("said", text);
                File.WriteAllText(said, text);
            }
        };
        if (L.rank == 1)
        {
            SpinWait.SpinUntil(() => File.Exists(said));
        }

        new Trainer(
            accelerator: "cpu", devices: 2, max_steps: 1, limit_val_batches: 0, logger: false, enable_checkpointing: false, enable_progress_bar: false,
            enable_model_summary: false).fit(new BoringModel());
        Report($"steps of rank {L.rank}", 1);
    }
}
