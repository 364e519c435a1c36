using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class amp
    {
        public partial class GradScaler
        {
            /// <summary>
            /// What is needed to go on: <c>scale</c>, <c>growth_factor</c>, <c>backoff_factor</c>, <c>growth_interval</c> and <c>_growth_tracker</c>,
            /// as in Python; nothing where the scaler is not enabled. To be asked for behind <see cref="update()"/>.
            /// </summary>
            public Dictionary<string, object?> state_dict() => !Enabled ? [] : new()
            {
                ["scale"] = get_scale(),
                ["growth_factor"] = _growth_factor,
                ["backoff_factor"] = _backoff_factor,
                ["growth_interval"] = _growth_interval,
                ["_growth_tracker"] = _growth_tracker is null ? _init_growth_tracker : (long)_growth_tracker.item<int>(),
            };

            /// <summary>Takes over a state dictionary, this library's or Python's; nothing where the scaler is not enabled.</summary>
            /// <param name="state_dict">What <see cref="state_dict"/> gave.</param>
            /// <exception cref="ArgumentException">It is empty, as of a scaler that was not enabled, or lacks something.</exception>
            public void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
            {
                ArgumentNullException.ThrowIfNull(state_dict);
                if (!Enabled)
                {
                    return;
                }

                if (state_dict.Count == 0)
                {
                    throw new ArgumentException(
                        "The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler.", nameof(state_dict));
                }

                double scale = Number(state_dict, "scale");
                double growth = Number(state_dict, "growth_factor");
                double backoff = Number(state_dict, "backoff_factor");
                long interval = (long)Number(state_dict, "growth_interval");
                long tracker = (long)Number(state_dict, "_growth_tracker");
                (_init_scale, _growth_factor, _backoff_factor, _growth_interval, _init_growth_tracker) = (scale, growth, backoff, interval, tracker);
                _scale?.fill_(scale);
                _growth_tracker?.fill_(tracker);
            }

            private static double Number(IReadOnlyDictionary<string, object?> state, string name) => state.TryGetValue(name, out object? value)
                ? OptionImport.ToNumber(name, value)
                : throw new ArgumentException($"This is no GradScaler's state dictionary: it has no '{name}'.");
        }
    }
}
