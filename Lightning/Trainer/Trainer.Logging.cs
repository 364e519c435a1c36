namespace Lightning;

public sealed partial class Trainer
{
    /// <summary>Prints on the first rank only, above the progress bar when one is shown.</summary>
    public void print(params object?[] values)
    {
        if (!is_global_zero)
        {
            return;
        }

        var text = string.Join(' ', values);
        if (progress_bar_callback is { } bar)
        {
            bar.print(text);
        }
        else
        {
            Console.WriteLine(text);
        }
    }

    /// <summary>Sends one row of numbers to every logger.</summary>
    /// <remarks>"epoch" is added unless the user logged it; a metric named "step" replaces the x-axis.</remarks>
    internal void LogToLoggers(Dictionary<string, double> row, long step)
    {
        if (!is_global_zero)
        {
            return;
        }

        if (row.Remove("step", out var logged))
        {
            step = (long)logged;
        }

        row.TryAdd("epoch", current_epoch);
        foreach (var item in loggers)
        {
            item.log_metrics(row, step);
        }
    }

    private void LogHyperParameters()
    {
        if (!is_global_zero)
        {
            return;
        }

        var hparams = Module.LogsHyperParameters ? Module.hparams : new HyperParameters();
        if (datamodule is { LogsHyperParameters: true } data)
        {
            hparams = data.hparams.With(hparams);
        }

        foreach (var item in loggers)
        {
            if (enable_autolog_hparams && hparams.Count > 0)
            {
                item.log_hyperparams(hparams);
            }

            item.log_graph(Module);

            item.save();
        }
    }

    private void FinalizeLoggers(string status)
    {
        if (!is_global_zero)
        {
            return;
        }

        foreach (var item in loggers)
        {
            item.finalize(status);
        }
    }
}
