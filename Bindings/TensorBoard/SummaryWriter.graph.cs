using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Graphs of models.</summary>
public sealed partial class SummaryWriter
{
    /// <summary>Adds the graph of a model, which is traced in evaluation.</summary>
    /// <typeparam name="T">The type of its input.</typeparam>
    /// <typeparam name="TResult">The type of its result.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="input_to_model">An example of its input.</param>
    /// <param name="verbose">Whether the graph is printed as well; default false.</param>
    /// <param name="use_strict_trace">Whether lists and dictionaries as results are refused; default true.</param>
    public void add_graph<T, TResult>(nn.Module<T, TResult> model, T input_to_model, bool verbose = false, bool use_strict_trace = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        AddTraced(model, () => jit.trace(model, input_to_model, check_trace: false, strict: use_strict_trace, dynamic_sizes: false), verbose);
    }

    /// <summary>Adds the graph of a model of two inputs, which is traced in evaluation.</summary>
    /// <typeparam name="T1">The type of its first input.</typeparam>
    /// <typeparam name="T2">The type of its second input.</typeparam>
    /// <typeparam name="TResult">The type of its result.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="input_to_model">An example of its inputs.</param>
    /// <param name="verbose">Whether the graph is printed as well; default false.</param>
    /// <param name="use_strict_trace">Whether lists and dictionaries as results are refused; default true.</param>
    public void add_graph<T1, T2, TResult>(
        nn.Module<T1, T2, TResult> model, (T1, T2) input_to_model, bool verbose = false, bool use_strict_trace = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        AddTraced(
            model,
            () => jit.trace(
                model, input_to_model.Item1, input_to_model.Item2, check_trace: false, strict: use_strict_trace, dynamic_sizes: false),
            verbose);
    }

    /// <summary>Adds the graph of a script module, as it is.</summary>
    /// <param name="model">What <see cref="jit"/> traced, loaded or compiled.</param>
    public void add_graph(jit.ScriptModule model)
    {
        ArgumentNullException.ThrowIfNull(model);
        main.Add(new ModelGraph(model));
    }

    private void AddTraced(nn.Module model, Func<jit.ScriptModule> trace, bool verbose)
    {
        bool training = model.training;
        model.train(false);
        try
        {
            using jit.ScriptModule traced = trace();
            if (verbose)
            {
                Console.WriteLine(traced.inlined_graph);
            }

            add_graph(traced);
        }
        finally
        {
            model.train(training);
        }
    }
}
