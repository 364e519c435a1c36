// Transfer learning, start to end: a backbone learns to see on some classes of pictures, a few pictures of other classes are enough to
// fine-tune it, and the same network trained on those few pictures alone, for the same time, shows what the transfer was worth. With several
// devices the program runs once for each; the first one draws, prints and writes.
using Lightning;
using Reporting;
using TransferLearning;
using TransferLearning.Pictures;
using TransferLearning.Reports;
using TransferLearning.Training;

return CommandLine.Run(args, settings => Options.Guarded(() => Run(settings)));

static void Run(Settings settings)
{
    Options.UseThreads(settings.Threads);
    L.seed_everything(settings.Seed);
    settings = settings with { BatchSize = Math.Max(settings.BatchSize / settings.Devices, 1), Fresh = settings.Fresh && L.rank == 0 };

    // The pictures to tell apart: the user's folder, or a drawn one. Of drawn pictures few train and many test, so that the test is sharp.
    var data = settings.Data is { } pictures
        ? new PictureData(pictures, settings, trainShare: 0.6, validationShare: 0.15)
        : new PictureData(DrawTarget(settings), settings, trainShare: 0.25, validationShare: 0.25);
    Say($"{data.Classes.Count} classes ({string.Join(", ", data.Classes)}): {data.Split}");

    // Fine-tuning: the head alone first, then the whole network.
    var weights = settings.Weights ?? Pretrain(settings);
    using var fineTuned = new TransferModel(
        Backbone.FromFile(settings.Backbone, data.Classes.Count, weights), data.Classes, settings.LearningRate, 5 * settings.LearningRate);
    var report = L.rank == 0 ? RunReport.Begin(settings, data) : null;
    var folder = report?.Folder ?? settings.Output;
    var headEpochs = Math.Max(settings.Epochs / 5, 1);
    var transfer = Fit("fine-tuned", fineTuned, data, settings.Epochs, new TrainingClock(), folder, settings, [new Unfreeze(headEpochs)]);

    // The same network from fresh weights on the same pictures, for as long. Fresh weights take (and need) a higher rate: four times that of
    // the transferred ones served best of 0.5 to 8 times.
    L.seed_everything(settings.Seed);
    var limit = new TrainingClock(transfer.Clock.Elapsed);
    var rate = 4 * settings.LearningRate;
    using var fresh = new TransferModel(Backbone.Fresh(settings.Backbone, data.Classes.Count), data.Classes, rate, rate, () => limit.Progress);
    var scratch = Fit("from scratch", fresh, data, epochs: -1, limit, Path.Combine(folder, "from-scratch"), settings, []);

    report?.Write(transfer, scratch, headEpochs);
    Say($"accuracy fine-tuned {transfer.Model.Tested.Accuracy:0.00}");
    Say($"accuracy from scratch {scratch.Model.Tested.Accuracy:0.00}");
    Say($"report {folder}");
}

// Trains, keeps the weights of the best validation accuracy, and tests those.
static Run Fit(string title, TransferModel model, PictureData data, int epochs, TrainingClock clock, string folder, Settings settings, Callback[] callbacks)
{
    Say(title);
    var history = new History(clock);
    var best = new ModelCheckpoint(dirpath: folder, filename: "best", monitor: "val_acc", mode: "max", save_weights_only: true);
    var trainer = new Trainer(
        devices: settings.Devices,
        strategy: settings.Strategy,
        sync_batchnorm: true,
        max_epochs: epochs,
        callbacks: [clock, history, best, .. callbacks],
        logger: new CSVLogger(folder, name: "", version: ""),
        num_sanity_val_steps: 0);
    trainer.fit(model, datamodule: data);
    trainer.test(model, datamodule: data, ckpt_path: "best");
    return new Run(title, model, history, clock);
}

static string DrawTarget(Settings settings) =>
    PictureFolder.Draw(settings.Cache, "target", Catalogue.Target, perClass: 120, size: 96, settings.Seed, settings.Fresh);

// A backbone of one's own, where no checkpoint is at hand: trained on classes that the target does not have, and kept for the next run.
static string Pretrain(Settings settings)
{
    var path = Path.Combine(
        settings.Cache, $"{settings.Backbone}-v{Catalogue.Version}-seed{settings.Seed}-{settings.ImageSize}px-{settings.PretrainEpochs}epochs.pth");
    if (File.Exists(path) && !settings.Fresh)
    {
        Say($"backbone {path}");
        return path;
    }

    var batch = Math.Max(64 / settings.Devices, 1);
    var folder = PictureFolder.Draw(settings.Cache, "source", Catalogue.Source, perClass: 400, size: 96, settings.Seed, settings.Fresh);
    var data = new PictureData(folder, settings with { BatchSize = batch }, trainShare: 0.95, validationShare: 0.04);
    Say($"training the backbone on {data.Classes.Count} other classes: {string.Join(", ", data.Classes)}");
    using var model = new TransferModel(Backbone.Fresh(settings.Backbone, data.Classes.Count), data.Classes, bodyRate: 2e-3, headRate: 2e-3);
    var trainer = new Trainer(
        devices: settings.Devices,
        strategy: settings.Strategy,
        sync_batchnorm: true,
        max_epochs: settings.PretrainEpochs,
        logger: false,
        enable_checkpointing: false,
        num_sanity_val_steps: 0);
    trainer.fit(model, datamodule: data);
    if (L.rank == 0)
    {
        Backbone.Save(model.Network, path);
    }

    trainer.strategy.barrier();
    return path;
}

static void Say(string text)
{
    if (L.rank == 0)
    {
        Console.WriteLine(text);
    }
}
