namespace Lightning.Cli;

/// <summary>The <c>trainer_defaults</c> argument: plain values, which are defaults of settings, and objects, which no configuration can hold.</summary>
internal sealed class TrainerDefaults
{
    private const string Callbacks = "callbacks";

    private readonly List<(string Name, object? Value)> _plain = [];
    private readonly Dictionary<string, object> _objects = [];
    private readonly ClassEntry _trainer;

    internal TrainerDefaults(IReadOnlyDictionary<string, object?>? defaults, ClassEntry trainer)
    {
        _trainer = trainer;
        foreach (var (name, value) in defaults ?? new Dictionary<string, object?>())
        {
            if (IsPlain(value))
            {
                _plain.Add((name, value));
            }
            else
            {
                _objects[name] = Argument(name, value!);
            }
        }
    }

    internal void AddTo(LightningArgumentParser parser)
    {
        foreach (var (name, value) in _plain)
        {
            parser.SetDefault($"trainer.{name}", value, "trainer_defaults");
        }
    }

    /// <summary>Puts the objects where the configuration leaves an argument at its default.</summary>
    /// <param name="config">The Trainer's configuration.</param>
    /// <param name="arguments">The arguments made of it.</param>
    /// <returns>The callbacks among the objects, which the Trainer gets beside those of the configuration.</returns>
    internal IEnumerable<Callback> Into(IReadOnlyDictionary<string, object?> config, object?[] arguments)
    {
        foreach (var (name, value) in _objects)
        {
            var member = _trainer.Arguments.Find(name)!;
            if (name != Callbacks && Equals(config.GetValueOrDefault(name), member.Default))
            {
                arguments[member.Index] = value;
            }
        }

        return _objects.TryGetValue(Callbacks, out var callbacks) ? (IEnumerable<Callback>)callbacks : [];
    }

    // What stands alone in code, where the argument takes several.
    private object Argument(string name, object value)
    {
        object argument = (name, value) switch
        {
            (Callbacks, Callback one) => new[] { one },
            ("plugins", ITrainerPlugin one) => new[] { one },
            (_, Logger one) => (LoggerSet)one,
            (_, IEnumerable<Logger> several) and not (_, LoggerSet) => (LoggerSet)several.ToArray(),
            _ => value,
        };
        return _trainer.Arguments.Find(name) is { } member && _trainer.Accepts(member, argument)
            ? argument
            : throw new MisconfigurationException($"trainer_defaults: the Trainer has no argument {name} that a {value.GetType().Name} could be.");
    }

    private static bool IsPlain(object? value) => value switch
    {
        null or string or Enum or TimeSpan => true,
        IEnumerable<KeyValuePair<string, object?>> => true,
        IEnumerable<Callback> or IEnumerable<ITrainerPlugin> or IEnumerable<Logger> => false,
        System.Collections.IEnumerable => true,
        _ => value.GetType().IsPrimitive,
    };
}
