using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            // The component fields of each module type, base types first: found once, kept as long as the type lives.
            private static readonly ConditionalWeakTable<Type, (string name, FieldInfo field)[]> ComponentFields = [];

            /// <summary>
            /// Registers what this module keeps in fields: modules as children, parameters as parameters, other tensors as buffers, each under its
            /// field's name (or that of its <see cref="ComponentNameAttribute"/>; an automatic property counts under its own name). Call it last in
            /// the constructor. What is registered already stays as it is, under the name it has.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                var fields = ComponentFields.GetValue(GetType(), _ => FindComponentFields(GetType()));
                if (fields.Length == 0)
                {
                    return;
                }

                var names = new HashSet<string>(fields.Select(f => f.name));
                var registeredByHand = new HashSet<object>(ReferenceEqualityComparer.Instance);
                registeredByHand.UnionWith(_internal_submodules.Where<(string name, Module module)>(c => !names.Contains(c.name)).Select(c =>
                    (object)c.module));
                registeredByHand.UnionWith(_internal_params.Where<(string name, Parameter? p)>(c =>
                    c.p is not null && !names.Contains(c.name)).Select(c => (object)c.p!));
                registeredByHand.UnionWith(_internal_buffers.Where<(string name, (Tensor b, bool) e)>(c => !names.Contains(c.name)).Select(c =>
                    (object)c.e.b));

                foreach (var (component, field) in fields)
                {
                    if (field.GetValue(this) is { } value && !registeredByHand.Contains(value) && !HasComponent(component))
                    {
                        Register(component, value);
                    }
                }
            }

            /// <summary>
            /// The fields that hold parameters, or modules with parameters, which nobody registered: <see cref="parameters"/>, <c>to</c> and
            /// <see cref="state_dict"/> do not reach them.
            /// </summary>
            /// <returns>Their names; none where <see cref="RegisterComponents"/> was called last in the constructor.</returns>
            protected IReadOnlyList<string> UnregisteredComponents()
            {
                var reached = new HashSet<object>(ReferenceEqualityComparer.Instance);
                reached.UnionWith(modules());
                reached.UnionWith(parameters());
                return
                [
                    .. from component in ComponentFields.GetValue(GetType(), _ => FindComponentFields(GetType()))
                       let value = component.field.GetValue(this)
                       where value is Parameter || (value is Module module && module.parameters().Any())
                       where !reached.Contains(value)
                       select component.name,
                ];
            }

            private bool HasComponent(string component) =>
                _internal_submodules.ContainsKey(component) || _internal_params.ContainsKey(component) || _internal_buffers.ContainsKey(component)
                || _computed?.ContainsKey(component) == true;

            private void Register(string component, object value)
            {
                switch (value)
                {
                    case Module module:
                        register_module(component, module);
                        break;
                    case Parameter parameter:
                        register_parameter(component, parameter);
                        break;
                    case Tensor tensor:
                        register_buffer(component, tensor);
                        break;
                }
            }

            [UnconditionalSuppressMessage("Trimming", "IL2070",
                Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            [UnconditionalSuppressMessage("Trimming", "IL2072",
                Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            [UnconditionalSuppressMessage("Trimming", "IL2075",
                Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            private static (string name, FieldInfo field)[] FindComponentFields(Type moduleType)
            {
                var chain = new Stack<Type>();
                // The layers of this assembly register their own components by hand.
                for (var type = moduleType; type is not null && type.Assembly != typeof(Module).Assembly; type = type.BaseType)
                {
                    chain.Push(type);
                }

                const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                return
                [
                    .. from type in chain
                       from field in type.GetFields(Own)
                       where IsComponentType(field.FieldType)
                       select (ComponentName(field), field),
                ];
            }

            /// <summary>Whether a field of this type may hold a component; an interface may, as <c>IModule</c> does.</summary>
            private static bool IsComponentType(Type type) =>
                typeof(Module).IsAssignableFrom(type) || typeof(Tensor).IsAssignableFrom(type) || type.IsInterface || type == typeof(object);

            private static string ComponentName(FieldInfo field)
            {
                if (field.GetCustomAttribute<ComponentNameAttribute>() is { Name.Length: > 0 } attribute)
                {
                    return attribute.Name;
                }

                // An automatic property's field is called <Property>k__BackingField.
                var end = field.Name.IndexOf('>', StringComparison.Ordinal);
                return field.Name[0] == '<' && end > 1 ? field.Name[1..end] : field.Name;
            }
        }
    }
}
