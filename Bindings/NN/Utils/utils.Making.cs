using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>
            /// Makes a module whose parameters are not initialised: nothing is drawn and no time is spent on values that will be overwritten. Python's
            /// <c>skip_init</c>.
            /// </summary>
            /// <typeparam name="T">The module's type.</typeparam>
            /// <param name="make">Makes the module on the device that it is given, which is one without memory.</param>
            /// <param name="device">Where the module shall live; default the processor's memory.</param>
            public static T skip_init<T>(Func<Device, T> make, Device? device = null)
                where T : Module
            {
                ArgumentNullException.ThrowIfNull(make);
                var module = make(META);
                module.to_empty(device ?? CPU);
                return module;
            }

            /// <summary>
            /// Lays the weights of all two-dimensional convolutions of a module out as given, so that they need not be turned at each call. Python's
            /// <c>convert_conv2d_weight_memory_format</c>.
            /// </summary>
            /// <typeparam name="T">The module's type.</typeparam>
            /// <param name="module">The module.</param>
            /// <param name="memory_format">The layout, such as channels last.</param>
            /// <returns>The module.</returns>
            public static T convert_conv2d_weight_memory_format<T>(T module, MemoryFormat memory_format)
                where T : Module
            {
                ArgumentNullException.ThrowIfNull(module);
                using var guard = no_grad();
                foreach (var convolution in module.modules().Where(m => m is Modules.Conv2d or Modules.ConvTranspose2d).Cast<Convolution>())
                {
                    using var weight = ops.aten.clone(convolution.weight, memory_format);
                    ops.aten.set_data(convolution.weight, weight);
                }

                return module;
            }
        }
    }
}
