using System.Globalization;
using Lightning;
using Torchlight.Benchmarks.Cases;

namespace Torchlight.Benchmarks.Peers;

/// <summary>Our side of the protocol: lines "case iterations [argument]" in, seconds out.</summary>
internal static class PeerLoop
{
    private static readonly Dictionary<string, Func<long, string, double>> Cases = new()
    {
        ["add"] = (iterations, _) => SmallOperators.Add(iterations),
        ["add-undisposed"] = (iterations, _) => SmallOperators.AddUndisposed(iterations),
        ["add-scalar"] = (iterations, _) => SmallOperators.AddScalar(iterations),
        ["item"] = (iterations, _) => SmallOperators.Item(iterations),
        ["shape"] = (iterations, _) => SmallOperators.Shape(iterations),
        ["mlp"] = (iterations, _) => MultilayerPerceptron.Steps(iterations),
        ["resnet"] = (iterations, _) => ResNetStep.Steps(iterations),
        ["pictures"] = ImagePipeline.Epochs,
        ["sound-load-sox_io"] = SoundFiles.Load,
        ["sound-load-soundfile"] = SoundFiles.Load,
        ["ddp-alone"] = (iterations, _) => DataParallel.Alone(iterations),
        ["ddp-pair"] = (iterations, _) => DataParallel.Pair(iterations),
        ["gpt2"] = Tokens.GPT2,
        ["gpt2-cold"] = Tokens.GPT2Cold,
        ["sentencepiece"] = Tokens.SentencePieces,
        ["vectors"] = WordVectors.Parse,
        ["vectors-kept"] = WordVectors.Kept,
        ["load-pth"] = WeightFiles.TorchFile,
        ["load-safetensors"] = WeightFiles.Safetensors,
        ["load-safetensors-used"] = WeightFiles.SafetensorsUsed,
        ["audio-mel"] = (iterations, _) => AudioTransforms.Mel(iterations),
        ["audio-mfcc"] = (iterations, _) => AudioTransforms.Mfcc(iterations),
        ["audio-resample"] = (iterations, _) => AudioTransforms.Resample(iterations),
        ["audio-lfilter"] = (iterations, _) => AudioTransforms.LFilter(iterations),
        ["audio-lfilter-gradient"] = (iterations, _) => AudioTransforms.LFilterGradient(iterations),
        ["loop"] = (iterations, _) => TrainerOverhead.PlainLoop(iterations),
        ["trainer"] = (iterations, _) => TrainerOverhead.WithTrainer(iterations),
        ["loop-three"] = (iterations, _) => TrainerOverhead.PlainLoopOfThree(iterations),
        ["trainer-metrics-bar"] = (iterations, _) => TrainerOverhead.WithMetricsAndBar(iterations),
    };

    public static int Serve(TextReader input, TextWriter output)
    {
        // The Trainer's word that it has stopped is no news here.
        L.MessageSink = (severity, message) =>
        {
            if (severity != Severity.Info)
            {
                Console.Error.WriteLine(message);
            }
        };
        while (input.ReadLine() is { } line)
        {
            var words = line.Split(' ', 3);
            var seconds = Cases[words[0]](long.Parse(words[1], CultureInfo.InvariantCulture), words.Length > 2 ? words[2] : "");
            output.WriteLine(seconds.ToString("R", CultureInfo.InvariantCulture));
            output.Flush();
        }

        return 0;
    }
}
