using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <content>State dictionaries.</content>
public abstract partial class OptimizerHelper
{
    /// <inheritdoc/>
    public override StateDictionary state_dict()
    {
        var result = new StateDictionary();
        var values = new Dictionary<long, object?>();
        var groups = new List<object?>();
        var index = 0L;
        foreach (var group in _parameter_groups)
        {
            var options = group.Options.Export();
            var indices = new List<object?>();
            var references = new List<int>();
            foreach (var parameter in group.Items)
            {
                var state = _state.GetValueOrDefault(parameter);
                references.Add(state is null ? -1 : result.State.Count);
                if (state is not null)
                {
                    result.State.Add(state);
                    values.Add(index, state.Export());
                }
                indices.Add(index++);
            }
            options["params"] = indices;
            groups.Add(options);
            result.Options.Add(group.Options);
            result.StateIndexRef.Add(references);
        }
        result["state"] = values;
        result["param_groups"] = groups;
        return result;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The dictionary is not an optimizer's, or its groups do not match; nothing was changed then.</exception>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        if (state_dict.GetValueOrDefault("param_groups") is not IList groups || state_dict.GetValueOrDefault("state") is not IDictionary states)
        {
            throw new ArgumentException("This is no optimizer's state dictionary: it needs 'state' and 'param_groups'.", nameof(state_dict));
        }
        var pairs = Match(groups);
        var saved = new Dictionary<long, IDictionary>();
        foreach (DictionaryEntry entry in states)
        {
            saved[Convert.ToInt64(entry.Key, CultureInfo.InvariantCulture)] = entry.Value as IDictionary
                ?? throw new ArgumentException($"The state of parameter {entry.Key} is no dictionary.", nameof(state_dict));
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (group, options, indices) in pairs)
        {
            group.Options.Describe(new OptionImport(options, onlyUnset: false));
            for (var at = 0; at < indices.Length; at++)
            {
                Restore(group.Items[at], group.Options, saved.GetValueOrDefault(indices[at]));
            }
        }
    }

    /// <summary>Saves the state dictionary as a torch file, which Python's optimizer of the same kind can load.</summary>
    /// <param name="location">The file.</param>
    public void save_state_dict(string location) => serialization.save(state_dict(), location);

    /// <summary>Writes the state dictionary into a stream.</summary>
    /// <param name="writer">Where to.</param>
    public void save_state_dict(BinaryWriter writer) => StateBlob.Write(writer, state_dict());

    /// <summary>Loads a state dictionary from a torch file, this library's or Python's.</summary>
    /// <param name="location">The file.</param>
    /// <exception cref="TorchFileFormatException">The file is damaged or holds something else.</exception>
    public void load_state_dict(string location) => load_state_dict(
        serialization.load(location, CPU) as Dictionary<string, object?>
        ?? throw new TorchFileFormatException(location, "the file holds no state dictionary", null));

    /// <summary>Loads what <see cref="save_state_dict(BinaryWriter)"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    public void load_state_dict(BinaryReader reader) => load_state_dict(StateBlob.Read(reader));

    private void Restore(Parameter parameter, OptimizerOptions options, IDictionary? saved)
    {
        if (saved is null)
        {
            if (_state.Remove(parameter, out var stale))
            {
                stale.Dispose();
            }
            return;
        }
        StateOf(parameter, options).Import(saved);
    }

    private List<(ParamGroup Group, IReadOnlyDictionary<string, object?> Options, long[] Indices)> Match(IList groups)
    {
        if (groups.Count != _parameter_groups.Count)
        {
            throw new ArgumentException($"The loaded state dictionary has {groups.Count} parameter groups, the optimizer {_parameter_groups.Count}.",
                nameof(groups));
        }
        var pairs = new List<(ParamGroup, IReadOnlyDictionary<string, object?>, long[])>();
        for (var index = 0; index < groups.Count; index++)
        {
            if (groups[index] is not IReadOnlyDictionary<string, object?> options
                || options.GetValueOrDefault("params") is not IEnumerable parameters)
            {
                throw new ArgumentException($"Parameter group {index} of the loaded state dictionary has no 'params'.", nameof(groups));
            }
            var indices = parameters.Cast<object>().Select(item => Convert.ToInt64(item, CultureInfo.InvariantCulture)).ToArray();
            var group = _parameter_groups[index];
            if (indices.Length != group.Items.Length)
            {
                throw new ArgumentException(
                    $"Parameter group {index} of the loaded state dictionary has {indices.Length} parameters, the optimizer's {group.Items.Length}.",
                        nameof(groups));
            }
            pairs.Add((group, options, indices));
        }
        return pairs;
    }
}
