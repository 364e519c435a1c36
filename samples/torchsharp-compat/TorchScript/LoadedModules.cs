using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchScript;

/// <summary>What a program does with TorchScript modules: look at them, call them and their methods, train them, save them.</summary>
public sealed class LoadedModules
{
    private readonly string _folder;

    public LoadedModules(string folder) => _folder = folder;

    /// <summary>The loss of the fine-tuned module that was saved and loaded again.</summary>
    public double LossReadBack { get; private set; }

    private string ClassifierFile => Path.Combine(_folder, "classifier.script.pt");

    /// <summary>Calls a compiled function: two numbers' sum and product.</summary>
    public static string Compile()
    {
        using var unit = torch.jit.compile(@"
            def both(a, b):
                # type: (Tensor, Tensor) -> Tensor
                return torch.stack([a + b, a * b])
        ");
        using var result = (Tensor)unit.invoke("both", torch.tensor(3.0f), torch.tensor(4.0f))!;
        return string.Join(", ", result.data<float>().ToArray());
    }

    /// <summary>Prints a module's parts.</summary>
    public void Describe()
    {
        using var module = torch.jit.load(ClassifierFile);
        foreach (var (name, child) in module.named_children())
        {
            Console.WriteLine($"{name}: {child.GetName()}");
        }

        foreach (var (name, parameter) in module.named_parameters())
        {
            Console.WriteLine($"  {name}: {string.Join(" x ", parameter.shape)}");
        }
    }

    /// <summary>Runs the classifier, and its other method, on its example: the greatest difference from what Python computed.</summary>
    public double Compare()
    {
        using var scope = NewDisposeScope();
        using var module = torch.jit.load<Tensor, Tensor>(ClassifierFile);
        module.eval();
        var example = module.get_buffer("example")!;
        using (torch.no_grad())
        {
            var scores = module.call(example);
            var probabilities = module.invoke<Tensor>("probabilities", example);
            return Math.Max(
                (scores - module.get_buffer("expected_scores")!).abs().max().ToDouble(),
                (probabilities - module.get_buffer("expected_probabilities")!).abs().max().ToDouble());
        }
    }

    /// <summary>Runs the module of two inputs: the greatest difference from what Python computed.</summary>
    public double CompareDistances()
    {
        using var scope = NewDisposeScope();
        using var module = torch.jit.load<Tensor, Tensor, Tensor>(Path.Combine(_folder, "distances.script.pt"));
        var distances = module.call(module.get_buffer("a")!, module.get_buffer("b")!);
        return (distances - module.get_buffer("expected")!).abs().max().ToDouble();
    }

    /// <summary>Trains the classifier further, saves it, and measures what it reads back.</summary>
    /// <returns>The loss of each step.</returns>
    public List<double> FineTune(int steps)
    {
        torch.random.manual_seed(1);
        using var scope = NewDisposeScope();
        using var module = torch.jit.load<Tensor, Tensor>(ClassifierFile);
        using var loss = CrossEntropyLoss();
        using var optimizer = optim.SGD(module.parameters(), learningRate: 0.05, momentum: 0.9);
        var pictures = torch.randn(20, 1, 14, 14);
        var labels = torch.arange(20, ScalarType.Int64) % 10;
        var losses = new List<double>();
        module.train();
        for (var step = 0; step < steps; step++)
        {
            using var d = NewDisposeScope();
            optimizer.zero_grad();
            var output = loss.call(module.call(pictures), labels);
            output.backward();
            optimizer.step();
            losses.Add(output.ToDouble());
        }

        LossReadBack = Again(module, pictures, labels);
        return losses;
    }

    private static double Again(jit.ScriptModule module, Tensor pictures, Tensor labels)
    {
        var file = Path.GetTempFileName();
        try
        {
            torch.jit.save(module, file);
            using var again = torch.jit.load<Tensor, Tensor>(file);
            again.eval();
            using var guard = torch.no_grad();
            return functional.cross_entropy(again.call(pictures), labels).ToDouble();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
