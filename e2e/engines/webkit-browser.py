#!/usr/bin/python3
"""A browser on WebKitGTK for WebKitWebDriver. The driver's own, MiniBrowser, forgets its profile between tabs.

WEBKIT_PROFILE is a folder for cookies and storage. What stands in its init.js runs in the pages of tabs that open from
then on. WEBKIT_LOCALE is the shopper's language. WEBKIT_SOCKS_PORT is a proxy on this machine for everything but 127.0.0.1.
"""
import os
import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import Gtk, WebKit2

profile = os.environ['WEBKIT_PROFILE']
data = WebKit2.WebsiteDataManager(base_data_directory=profile + '/data', base_cache_directory=profile + '/cache')
socks = os.environ.get('WEBKIT_SOCKS_PORT')
if socks:
    proxy = WebKit2.NetworkProxySettings.new('socks5://127.0.0.1:' + socks, ['127.0.0.1'])
    data.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, proxy)
context = WebKit2.WebContext(website_data_manager=data)
context.set_automation_allowed(True)
if os.environ.get('WEBKIT_LOCALE'):
    context.set_preferred_languages([os.environ['WEBKIT_LOCALE']])

settings = WebKit2.Settings()
settings.set_enable_page_cache(True)
settings.set_javascript_can_open_windows_automatically(True)
settings.set_enable_write_console_messages_to_stdout(True)

scripts = WebKit2.UserContentManager()


def read_init_script():
    scripts.remove_all_scripts()
    try:
        source = open(profile + '/init.js').read()
    except FileNotFoundError:
        return
    frames, start = WebKit2.UserContentInjectedFrames.ALL_FRAMES, WebKit2.UserScriptInjectionTime.START
    scripts.add_script(WebKit2.UserScript.new(source, frames, start, None, None))


window = Gtk.Window()
window.set_default_size(1280, 1600)
book = Gtk.Notebook()
window.add(book)


def new_tab(opener=None):
    read_init_script()
    of = {'related_view': opener} if opener else {'web_context': context}
    view = WebKit2.WebView(
        is_controlled_by_automation=True, settings=settings, user_content_manager=scripts, **of
    )

    def on_close(view):
        page = book.page_num(view)
        if page >= 0:
            book.remove_page(page)
        view.destroy()

    view.connect('close', on_close)
    view.connect('create', lambda opener, action: new_tab(opener))
    book.append_page(view, Gtk.Label(label='tab'))
    view.show()
    book.set_current_page(book.page_num(view))
    return view


def on_started(context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name('webkit-browser.py')
    version = WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    info.set_version(*version)
    session.set_application_info(info)
    session.connect('create-web-view', lambda session: new_tab())


context.connect('automation-started', on_started)
window.connect('destroy', Gtk.main_quit)
window.show_all()
Gtk.main()
