using System.Collections;
using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One trace: of a module, whose method it becomes, or of a function.</summary>
internal sealed class Tracing
{
    private const string Forward = "forward";
    private const string FunctionName = "traced";

    private static readonly IReadOnlyDictionary<nn.Module, string> NoPaths = new Dictionary<nn.Module, string>();

    private readonly nn.Module? module;
    private readonly Func<object?[], object?> run;
    private readonly TraceInputs inputs;
    private readonly TraceSettings settings;
    private readonly TraceWarnings warnings = new();
    private ScriptHandle? self;
    private IReadOnlyDictionary<nn.Module, string> paths = NoPaths;

    /// <summary>A trace that is yet to be made.</summary>
    /// <param name="module">The module; null for a function.</param>
    /// <param name="run">Runs the program.</param>
    /// <param name="arguments">The example inputs.</param>
    /// <param name="names">Their names.</param>
    /// <param name="settings">How to go about it.</param>
    internal Tracing(nn.Module? module, Func<object?[], object?> run, object?[] arguments, string[] names, TraceSettings settings)
    {
        if (NativeMethods.tl_is_tracing() != 0)
        {
            throw new InvalidOperationException("torch.jit.trace: a trace is under way on this thread, and traces do not nest");
        }

        this.module = module;
        this.run = run;
        Name = module is null ? FunctionName : Forward;
        this.settings = settings;
        inputs = new TraceInputs(arguments, names);
        if (inputs.Traced.Length == 0)
        {
            throw new ArgumentException(
                "torch.jit.trace: none of the example inputs is a tensor, or a tuple, list or dictionary of tensors", nameof(arguments));
        }
    }

    /// <summary>The name of the method or function that the trace becomes.</summary>
    internal string Name { get; init; }

    /// <summary>More inputs to compare the trace and the program for, all that it takes for each time.</summary>
    internal IReadOnlyList<object?[]> CheckInputs { get; init; } = [];

    /// <summary>Traces the module.</summary>
    /// <returns>The script module.</returns>
    internal ScriptHandle Module()
    {
        using var mirror = new TraceMirror(module!);
        Into(mirror);
        return mirror.TakeRoot();
    }

    /// <summary>Traces one of the module's methods, which becomes the root's.</summary>
    internal void Into(TraceMirror mirror)
    {
        self = mirror.Root;
        paths = mirror.Paths;
        Record(_ => new ScriptCode(self, "torch.jit.trace"));
    }

    /// <summary>Traces the function.</summary>
    internal jit.ScriptFunction Function() => new(Record(unit => new ScriptCode(unit!, "torch.jit.ScriptFunction")), FunctionName);

    private ScriptCode Record(Func<ScriptHandle?, ScriptCode> codeOf)
    {
        // Made before anything runs, since a program may change its inputs in place.
        object?[] again = inputs.Copies();
        try
        {
            using var state = new TraceState(module);
            using var probes = new TraceProbes(inputs, changed => NewCall(changed, onRead: null).Probe());
            if (settings.DynamicSizes)
            {
                probes.Run();
            }

            (ScriptHandle? unit, long generalized, string[] notes) = NewCall(inputs.Traced, warnings.OfRead).Run(probes.Recorded);
            ScriptCode code = codeOf(unit);
            Array.ForEach(notes, warnings.Add);
            if (settings.CheckTrace)
            {
                Check(code, again);
                if (generalized > 0 && notes.Length == 0)
                {
                    CheckOtherSizes(code, probes);
                }

                CheckMore(code);
            }

            return code;
        }
        finally
        {
            TraceInputs.Release(again);
        }
    }

    private TraceCall NewCall(object?[] traced, Action<string>? onRead) => new(Compute, onRead)
    {
        Self = self, Name = Name, Inputs = traced, InputNames = inputs.Names, Strict = settings.Strict,
    };

    private object? Compute(object?[] traced)
    {
        using TraceScopes.Opened open = TraceScopes.Open(paths);
        object? result = run(inputs.With(traced));
        if (settings.Strict && HoldsList(result))
        {
            warnings.Add("a result is a list, whose length the trace takes as a constant; a tuple says so, and strict: false keeps this quiet");
        }

        return result;
    }

    private static bool HoldsList(object? result) => result switch
    {
        Tensor or string or IDictionary => false,
        ITuple tuple => Enumerable.Range(0, tuple.Length).Any(i => HoldsList(tuple[i])),
        _ => result is IEnumerable,
    };

    private void Check(ScriptCode code, object?[] again)
    {
        if (code.RandomNodes(Name) is { Length: > 0 } random)
        {
            warnings.Add(
                $"the trace draws random numbers ({string.Join(", ", random.Distinct())}), so that no two runs need agree; " +
                "call eval() first if the module is not to train");
        }

        foreach (string difference in Differences(code, again))
        {
            warnings.Add(difference);
        }
    }

    private void CheckMore(ScriptCode code)
    {
        for (int i = 0; i < CheckInputs.Count; i++)
        {
            object?[] more = inputs.CopiesAlike(CheckInputs[i]);
            try
            {
                foreach (string difference in Differences(code, more))
                {
                    warnings.Add($"for check_inputs[{i}], {difference}");
                }
            }
            finally
            {
                TraceInputs.Release(more);
            }
        }
    }

    private void CheckOtherSizes(ScriptCode code, TraceProbes probes)
    {
        foreach (bool onlyFirst in new[] { false, true })
        {
            object?[] other = probes.Third(onlyFirst);
            try
            {
                foreach (string difference in Differences(code, other))
                {
                    warnings.Add($"for other sizes of the inputs than those of the example, {difference}");
                }

                return;
            }
            catch (ProgramException)
            {
                // The program does not take all of these sizes at once, or none beyond those tried: there is nothing to compare with.
                continue;
            }
            finally
            {
                TraceInputs.Release(other);
            }
        }
    }

    // Both from the same state: what a run draws and counts is part of its result.
    private List<string> Differences(ScriptCode code, object?[] traced)
    {
        object?[] copies = TraceInputs.CopiesOf(traced);
        try
        {
            object? expected = Expected(copies);
            try
            {
                using var state = new TraceState(module);
                return [.. TraceCheck.Differences(code.Run(Name, traced), expected, settings.CheckTolerance)];
            }
            catch (TorchException error)
            {
                return [$"the trace fails where the program does not: {error.Message}"];
            }
        }
        finally
        {
            TraceInputs.Release(copies);
        }
    }

    private object? Expected(object?[] traced)
    {
        using var state = new TraceState(module);
        // With the same ways open as in the trace, which none of libtorch's operators for whole layers is.
        using TraceScopes.Opened open = TraceScopes.Open(NoPaths);
        try
        {
            return run(inputs.With(traced));
        }
        catch (Exception error)
        {
            throw new ProgramException(error);
        }
    }

    private sealed class ProgramException(Exception cause) : Exception(cause.Message, cause);
}
