using Lightning;
using Reporting;
using SoundClassification.Reports;
using SoundClassification.Sounds;
using SoundClassification.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SoundClassification.Tests.Training;
public class LearningTests
{
    [Fact]
    public void A_short_training_beats_chance_clearly_and_leaves_its_report()
    {
        using var root = new TemporaryFolder();
        L.seed_everything(1);
        var settings = new Settings { Output = root.Path, Epochs = 8, BatchSize = 16, PerClass = 24, Workers = 0, SampleRate = 8000 };
        var data = new SoundData(SoundFolder.Synthesize(settings.Cache, settings.PerClass, settings.Seed, fresh: false), settings);
        using var model = new SoundModel(new SoundNet(data.Shape, data.Classes.Count), data.Classes, settings.LearningRate);
        var report = RunReport.Begin(settings, data);
        var clock = new TrainingClock();
        var history = new History(clock);
        var trainer = new Trainer(
            max_epochs: settings.Epochs, callbacks: [clock, history], logger: new CSVLogger(report.Folder, name: "", version: ""),
            enable_progress_bar: false, enable_checkpointing: false, enable_model_summary: false, num_sanity_val_steps: 0);

        trainer.fit(model, datamodule: data);
        trainer.test(model, datamodule: data);
        report.Write(model, history, clock);

        // A tenth by chance.
        Assert.True(model.Tested.Accuracy > 0.5, $"accuracy {model.Tested.Accuracy}");
        Assert.Equal(data.Split.Test.Count, model.Tested.Total);
        Assert.Equal(settings.Epochs, history.Epochs.Count);
        foreach (var picture in new[] { "loss.png", "accuracy.png", "confusion.png", "sounds.png" })
        {
            using var drawn = torchvision.io.read_image(Path.Combine(report.Folder, picture));
            Assert.True(drawn.shape[1] > 200);
        }

        Assert.Contains("test accuracy", File.ReadAllText(Path.Combine(report.Folder, "summary.md")));
        Assert.Contains("val_acc", File.ReadLines(Path.Combine(report.Folder, "metrics.csv")).First());
        using var scope = NewDisposeScope();
        var again = new SoundNet(data.Shape, data.Classes.Count);
        var weights = Assert.IsType<Dictionary<string, object?>>(serialization.load(Path.Combine(report.Folder, "model.pth")));
        again.load_state_dict(weights.ToDictionary(entry => entry.Key, entry => (Tensor)entry.Value!));
        Assert.True(again.state_dict()["fc.weight"].allclose(model.Network.state_dict()["fc.weight"]));
    }
}
