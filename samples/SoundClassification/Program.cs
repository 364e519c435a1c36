// Sound classification, start to end: sounds become log-mel spectrograms, a small ResNet learns to tell them apart while parts of them are
// masked, and a report shows what it hears.
using Lightning;
using Reporting;
using SoundClassification;
using SoundClassification.Reports;
using SoundClassification.Sounds;
using SoundClassification.Training;

return CommandLine.Run(args, settings => Options.Guarded(() => Run(settings)));

static void Run(Settings settings)
{
    Options.UseThreads(settings.Threads);
    L.seed_everything(settings.Seed);

    // The sounds to tell apart: the user's folder, or synthesized ones.
    var folder = settings.Data ?? SoundFolder.Synthesize(settings.Cache, settings.PerClass, settings.Seed, settings.Fresh);
    var data = new SoundData(folder, settings);
    Console.WriteLine($"{data.Classes.Count} classes ({string.Join(", ", data.Classes)}): {data.Split}");
    Console.WriteLine($"{data.Shape.Seconds:0.0#} s at {data.Shape.SampleRate} Hz: {data.Shape}");

    using var model = new SoundModel(new SoundNet(data.Shape, data.Classes.Count), data.Classes, settings.LearningRate);
    var report = RunReport.Begin(settings, data);
    var clock = new TrainingClock();
    var history = new History(clock);
    var trainer = new Trainer(
        max_epochs: settings.Epochs,
        callbacks:
        [
            clock, history,
            new ModelCheckpoint(dirpath: report.Folder, filename: "best", monitor: "val_loss", mode: "min", save_weights_only: true),
        ],
        logger: new CSVLogger(report.Folder, name: "", version: ""),
        num_sanity_val_steps: 0);
    trainer.fit(model, datamodule: data);
    trainer.test(model, datamodule: data, ckpt_path: "best");

    report.Write(model, history, clock);
    Console.WriteLine($"accuracy {model.Tested.Accuracy:0.00}");
    Console.WriteLine($"report {report.Folder}");
}
