using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Lightning.Cli;

namespace Lightning;

/// <summary>
/// What the command line of a <see cref="LightningCLI"/> takes. Override <see cref="LightningCLI.add_arguments_to_parser"/> to add settings, defaults and
/// links. Python: <c>lightning.pytorch.cli.LightningArgumentParser</c>.
/// </summary>
public sealed partial class LightningArgumentParser
{
    private readonly List<Member> _members = [];
    private readonly List<(string Key, ConfigNode Value)> _defaults = [];
    private readonly List<Link> _links = [];
    private readonly ParserKwargs _kwargs;

    internal LightningArgumentParser(ParserKwargs kwargs, IEnumerable<Assembly> assemblies)
    {
        _kwargs = kwargs;
        Classes = new ClassRegistry(Rules, assemblies);
        Root = new GroupKind(() => _members, Rules);
    }

    internal ParseRules Rules { get; } = new();

    internal ClassRegistry Classes { get; }

    internal GroupKind Root { get; }

    internal IReadOnlyList<Link> Links => _links;

    /// <summary>The keys of callbacks that were added, and that the Trainer gets.</summary>
    internal List<string> CallbackKeys { get; } = [];

    /// <summary>Adds a required setting.</summary>
    /// <typeparam name="T">Its type: whatever a constructor's parameter may be.</typeparam>
    /// <param name="name">Its name, without dashes.</param>
    /// <param name="help">What help says about it.</param>
    public void add_argument<T>(string name, string help = "") => Add(new Member(name, KindOf<T>(name), Required: true, Default: null, () => help));

    /// <summary>Adds a setting with a default.</summary>
    /// <typeparam name="T">Its type: whatever a constructor's parameter may be.</typeparam>
    /// <param name="name">Its name, without dashes.</param>
    /// <param name="default">Its value when it is not given.</param>
    /// <param name="help">What help says about it.</param>
    public void add_argument<T>(string name, T @default, string help = "")
    {
        var kind = KindOf<T>(name);
        if (@default is null && kind is not NullableKind)
        {
            kind = new NullableKind(kind);
        }

        Add(new Member(name, kind, Required: false, @default is null ? kind.DefaultOfType : HyperParameters.Plain(name, @default), () => help));
    }

    /// <summary>Adds the arguments of a class under a key; the object is made of them and lies in <see cref="LightningCLI.config_init"/>.</summary>
    /// <typeparam name="T">A class with a public constructor.</typeparam>
    /// <param name="nested_key">The key.</param>
    public void add_class_arguments<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(string nested_key)
        where T : class => AddClass(nested_key, typeof(T));

    /// <summary>Adds the arguments of a callback under a key; the Trainer always gets the callback.</summary>
    /// <typeparam name="T">The callback.</typeparam>
    /// <param name="nested_key">The key.</param>
    public void add_lightning_class_args<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(string nested_key)
        where T : Callback
    {
        AddClass(nested_key, typeof(T));
        CallbackKeys.Add(nested_key);
    }

    /// <summary>
    /// Allows a class to be named by <c>class_path</c>. Classes of the program's own assemblies need not be registered, unless the program is trimmed or
    /// compiled ahead of time.
    /// </summary>
    /// <typeparam name="T">A class with a public constructor.</typeparam>
    public void add_class<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class => Classes.Add(typeof(T));

    /// <summary>Gives settings other defaults; files and the line come before them.</summary>
    /// <param name="defaults">Values by key: "trainer.max_epochs".</param>
    public void set_defaults(IReadOnlyDictionary<string, object?> defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        foreach (var (key, value) in defaults)
        {
            SetDefault(key, value, "set_defaults");
        }
    }

    /// <summary>Lets a setting follow from another: it is the same, and cannot be given itself.</summary>
    /// <param name="source">The key of the other: "data.batch_size".</param>
    /// <param name="target">The key of the setting: "model.batch_size".</param>
    public void link_arguments(string source, string target) => link_arguments([source], target, values => values[0]);

    /// <summary>Lets a setting follow from another by a function.</summary>
    /// <param name="source">The key of the other.</param>
    /// <param name="target">The key of the setting.</param>
    /// <param name="compute_fn">The value from the other's, which is null, a bool, a long, a double, text, or a list or dictionary of these.</param>
    public void link_arguments(string source, string target, Func<object?, object?> compute_fn) => link_arguments([source], target, values => compute_fn(values[0]));

    /// <summary>Lets a setting follow from several others.</summary>
    /// <param name="source">The keys of the others.</param>
    /// <param name="target">The key of the setting.</param>
    /// <param name="compute_fn">The value from the others', in their order.</param>
    public void link_arguments(IReadOnlyList<string> source, string target, Func<IReadOnlyList<object?>, object?> compute_fn)
    {
        Rules.Link(target, string.Join(", ", source));
        _links.Add(new Link(source, target, compute_fn, OnInstantiate: false));
    }

    /// <summary>Lets a setting follow from an object that is made first. Python: <c>link_arguments(..., apply_on="instantiate")</c>.</summary>
    /// <typeparam name="TSource">The object's type.</typeparam>
    /// <param name="source">The object's key: "data" or "model".</param>
    /// <param name="target">The key of the setting, an argument of the other: "model.num_classes".</param>
    /// <param name="compute_fn">The value from the object.</param>
    public void link_arguments_on_instantiate<TSource>(string source, string target, Func<TSource, object?> compute_fn)
    {
        Rules.Link(target, $"the object {source}");
        _links.Add(new Link([source], target, values => compute_fn((TSource)values[0]!), OnInstantiate: true));
    }

    internal void Add(Member member) => _members.Add(
        _members.Exists(known => known.Name == member.Name) || member.Name is "help" or "config" or "print_config" || member.Name.Contains('.')
            ? throw new MisconfigurationException($"The command line cannot take a setting \"{member.Name}\": the name is taken, or has a dot. Choose another.")
            : member);

    /// <summary>Whether all classes can be made; asked when all that may be arguments have been registered.</summary>
    /// <exception cref="MisconfigurationException">One cannot.</exception>
    internal void CheckClasses()
    {
        foreach (var entry in _members.Where(member => member.Kind is GroupKind).Select(member => Classes.Entry(member.Kind)))
        {
            if (!entry.IsUsable)
            {
                throw entry.Unusable();
            }
        }
    }

    internal void SetDefault(string key, object? value, string source) =>
        _defaults.Add((key, ConfigNode.From(HyperParameters.Plain(key, value), Place.Named(source))));

    private void AddClass(string key, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
    {
        Add(new Member(key, Classes.Add(type).Arguments, Required: false, Default: null, () => null));
    }

    private ValueKind KindOf<T>(string name) =>
        Classes.Kinds.For(typeof(T)) ?? throw new MisconfigurationException($"add_argument(\"{name}\"): no command line can give a {typeof(T).Name}.");
}
