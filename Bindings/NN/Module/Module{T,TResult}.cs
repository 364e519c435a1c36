namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of one input: override <see cref="forward"/>, use <see cref="call"/>.</summary>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public abstract class Module<T, TResult> :
            HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>,
            IModule<T, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Callers use <see cref="call"/>, which runs the hooks as well.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the hooks before <see cref="forward"/>, then it, then the hooks after it.</summary>
            public TResult call(T input) => HasHooks ? CallHooked(input, forward) : forward(input);

            /// <summary>Runs the hooks around any way of computing the result: a module may take more than its hooks see.</summary>
            private protected TResult CallHooked(T input, Func<T, TResult> compute)
            {
                using TraceScopes.Scope scope = TraceScopes.Enter(this);
                RunPreparations();
                if (GlobalModuleHooks.Before.Count > 0)
                {
                    var inputs = GlobalModuleHooks.RunBefore(this, [input]);
                    input = GlobalModuleHooks.Item<T>(inputs, 0);
                }

                RunPreHooks(hook =>
                {
                    if (hook(this, input) is { } replaced)
                    {
                        input = replaced;
                    }
                });
                if (StartWatch() is not { } watch)
                {
                    return Finish(input, compute(input));
                }

                watch.Note(input);
                watch.WatchInputs();
                input = watch.Watched(input);
                return watch.WatchResult(Finish(input, compute(input)));
            }

            private TResult Finish(T input, TResult result)
            {
                if (GlobalModuleHooks.After.Count > 0)
                {
                    result = GlobalModuleHooks.RunAfter(this, [input], result);
                }

                RunPostHooks(hook =>
                {
                    if (hook(this, input, result) is { } replaced)
                    {
                        result = replaced;
                    }
                });
                return result;
            }
        }
    }
}
