// Sentiment analysis, start to end: texts are cut into words and n-grams, a vocabulary numbers them, a small network learns to tell the classes
// apart, and the texts that were kept back show how well.
using Lightning;
using Reporting;
using SentimentAnalysis;
using SentimentAnalysis.Reports;
using SentimentAnalysis.Training;

return CommandLine.Run(args, settings => Options.Guarded(() => Run(settings)));

static void Run(Settings settings)
{
    Options.UseThreads(settings.Threads);
    L.seed_everything(settings.Seed);

    // The texts to tell apart: the user's, or sentences made here. The vocabularies are those of the training part alone.
    var data = new SentimentData(Texts.Open(settings), settings);
    Console.WriteLine($"{data.Classes.Count} classes ({string.Join(", ", data.Classes)}): {data}");
    Console.WriteLine($"{data.Encoder.Words.Count} words, {data.Encoder.Ngrams.Count} n-grams");

    // The n-grams' weights start at what naive Bayes makes of them, words at their vectors.
    var evidence = settings.Ngrams > 0 ? Evidence.Of(data.Train, data.Encoder.Ngrams.Count, data.Classes.Count) : null;
    using var model = new SentimentModel(
        new TextNetwork(WordVectors.For(data.Encoder.Words, settings), evidence, data.Classes.Count), data.Classes, settings.LearningRate);

    // Trains until validation gets no better, keeps the weights of the best epoch, and tests those.
    var folder = ReportFolder.Create(settings.Output);
    var clock = new TrainingClock();
    var history = new History(clock);
    var best = new ModelCheckpoint(dirpath: folder, filename: "best", monitor: "val_acc", mode: "max", save_weights_only: true);
    var trainer = new Trainer(
        max_epochs: settings.Epochs,
        callbacks: [clock, history, best, new EarlyStopping("val_acc", mode: "max", patience: 4)],
        logger: new CSVLogger(folder, name: "", version: ""),
        num_sanity_val_steps: 0);
    trainer.fit(model, datamodule: data);
    trainer.test(model, datamodule: data, ckpt_path: "best");

    RunReport.Write(folder, settings, data, model, history, clock);
    Console.WriteLine($"accuracy {model.Tested.Accuracy:0.00}");
    Console.WriteLine($"report {folder}");
}
