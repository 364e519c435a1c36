using System.Globalization;
using Torchlight.Tests.Processes;

namespace Lightning.Tests.TrainerTests;

/// <summary>A job of SLURM whose time ends saves itself, is put back into the queue, and goes on where it was. SLURM itself is a script that notes how it was called.</summary>
public sealed class RequeueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, "SLURM_JOB_ID", "requeue 77")]
    [InlineData(2, "SLURM_ARRAY_JOB_ID", "requeue 5_3")]
    public void The_signal_saves_requeues_and_the_next_run_goes_on(int tasks, string variable, string call)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var commands = Directory.CreateDirectory(_folder.File("bin")).FullName;
        var script = Path.Combine(commands, "scontrol");
        File.WriteAllText(script, $"#!/bin/sh\necho \"$@\" >> '{_folder.File("calls")}'\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        using (Run(tasks, commands, variable, "signalled"))
        {
            Assert.Equal([call], File.ReadAllLines(_folder.File("calls")));
        }

        var saved = CheckpointFile.Read(_folder.File("hpc_ckpt_1.ckpt"), torch.CPU).Number("global_step");
        Assert.True(saved >= 3);
        using var again = Run(tasks, commands, variable, "again");
        Assert.All(again.All, rank => Assert.Equal(saved.ToString(CultureInfo.InvariantCulture), rank.Reported("began at")));
        Assert.Equal([call], File.ReadAllLines(_folder.File("calls")));
    }

    private RankProcesses Run(int tasks, string commands, string variable, string mode)
    {
        var ranks = new RankProcesses();
        var port = RankProcesses.FreePort().ToString(CultureInfo.InvariantCulture);
        for (var rank = 0; rank < tasks; rank++)
        {
            var variables = new Dictionary<string, string?>
            {
                ["SLURM_NTASKS"] = $"{tasks}", ["SLURM_PROCID"] = $"{rank}", ["SLURM_LOCALID"] = $"{rank}", ["SLURM_NODEID"] = "0",
                ["SLURM_NODELIST"] = "here", ["SLURM_JOB_ID"] = "77", ["SLURM_JOB_NAME"] = "train", ["SLURM_ARRAY_TASK_ID"] = "3",
                ["MASTER_ADDR"] = "127.0.0.1", ["MASTER_PORT"] = port, ["PATH"] = $"{commands}:{Environment.GetEnvironmentVariable("PATH")}",
            };
            if (variable == "SLURM_ARRAY_JOB_ID")
            {
                variables[variable] = "5";
            }

            ranks.Add(variables, "requeued", _folder.Path, mode, $"{tasks}");
        }

        return ranks.EndWell();
    }
}
